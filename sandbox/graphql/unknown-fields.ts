import {
  type ASTNode,
  type ASTVisitor,
  FieldsOnCorrectTypeRule,
  GraphQLError,
  Kind,
  specifiedRules,
  type ValidationContext,
} from 'graphql';

function pathPart(node: ASTNode): string[] {
  if (node.kind === Kind.FIELD) return [node.alias?.value ?? node.name.value];
  if (node.kind === Kind.INLINE_FRAGMENT)
    return [node.typeCondition ? `... on ${node.typeCondition.name.value}` : '...'];
  if (node.kind === Kind.FRAGMENT_DEFINITION) return [`fragment ${node.name.value}`];
  if (node.kind === Kind.OPERATION_DEFINITION) {
    return [node.name ? `${node.operation} ${node.name.value}` : node.operation];
  }
  return [];
}

/** Refuses fields that a type does not have, in the words of GitLab's library. */
function unknownFields(context: ValidationContext): ASTVisitor {
  return {
    Field(node, _key, _parent, _path, ancestors) {
      const type = context.getParentType();
      if (!type || context.getFieldDef()) return;
      const fieldName = node.name.value;
      context.reportError(
        new GraphQLError(`Field '${fieldName}' doesn't exist on type '${type.name}'`, {
          nodes: node,
          path: [...ancestors.flatMap(above => ('kind' in above ? pathPart(above) : [])), ...pathPart(node)],
          extensions: {code: 'undefinedField', typeName: type.name, fieldName},
        }),
      );
    },
  };
}

/** The rules by which a query is valid. */
export const rules = specifiedRules.map(rule => (rule === FieldsOnCorrectTypeRule ? unknownFields : rule));
