import {GlobalWindow} from 'happy-dom';
import {populateGlobal} from 'vitest/runtime';

// Requests and answers stay Node's own: happy-dom's keep to a browser's rules of cookies and origins, and the sandbox is in this process.
populateGlobal(globalThis, new GlobalWindow({url: 'https://gitlab.com/'}), {bindFunctions: true});
