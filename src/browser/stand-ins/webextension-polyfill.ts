import type {Browser} from 'webextension-polyfill';

/**
 * The platform's own functions, for the panel: those that it uses give promises in both browsers since the third version of manifests,
 * and the polyfill would be a twentieth of what a page loads before its first row. The background has the polyfill.
 */
const platform = ((globalThis as {readonly browser?: unknown}).browser ?? chrome) as Browser;

export default platform;
