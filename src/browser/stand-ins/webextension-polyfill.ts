/**
 * The polyfill in the panel's bundle: Firefox has `browser`, and the least Chrome version of the manifest gives promises from
 * `chrome`. The real one wraps functions that the panel does not call, and would be a thirtieth of what runs on a page.
 */
const {browser, chrome} = globalThis as unknown as {browser?: unknown; chrome: unknown};

export default browser ?? chrome;
