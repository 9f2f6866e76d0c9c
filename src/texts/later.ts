import {applyTexts} from './apply.ts';
import {flowsTexts} from './flows.ts';
import {addTexts} from './say.ts';
import {typedTexts} from './typed.ts';

// Imported for this by each part that says such texts, or shows what was kept of them.
addTexts({apply: applyTexts, flows: flowsTexts, typed: typedTexts});
