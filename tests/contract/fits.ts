/** Whether an answer has the words of an entry, whose `<x>` stand for anything. */
export function fits(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'string') {
    const pattern = expected.split(/<[^>]+>/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return typeof actual === 'string' && new RegExp(`^${pattern.join('.+')}$`, 's').test(actual);
  }
  if (Array.isArray(expected))
    return Array.isArray(actual) && expected.every((item, index) => fits(item, actual[index]));
  if (typeof expected === 'object' && expected !== null) {
    return (
      typeof actual === 'object' &&
      actual !== null &&
      Object.entries(expected).every(([key, value]) => {
        const [, other] = Object.entries(actual).find(([name]) => name === key || /^</.test(key)) ?? [];
        return fits(value, other);
      })
    );
  }
  return expected === actual;
}
