/**
 * Remembers what a function tells of an object together with one other thing, as long as the object is there; neither may change.
 * It is for what is asked of all customers at each drawing.
 */
export function remembered<Subject extends object, Other, Told>(
  tell: (subject: Subject, other: Other) => Told,
): (subject: Subject, other: Other) => Told {
  const last = new WeakMap<Subject, {readonly other: Other; readonly told: Told}>();
  return (subject, other) => {
    const before = last.get(subject);
    if (before && before.other === other) return before.told;
    const told = tell(subject, other);
    last.set(subject, {other, told});
    return told;
  };
}
