import {GlobalWindow} from 'happy-dom';
import {populateGlobal} from 'vitest/runtime';

// Requests and answers stay Node's own: happy-dom's keep to a browser's rules of cookies and origins, and the sandbox is in this process.
populateGlobal(globalThis, new GlobalWindow({url: 'https://gitlab.com/'}), {bindFunctions: true});

// Nothing is laid out: everything is high enough for rows to be in sight.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', {get: () => 4_000});
