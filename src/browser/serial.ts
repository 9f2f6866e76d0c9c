const last = new Map<string, Promise<unknown>>();

/**
 * Does one thing after the other on this page: what reads before it writes would otherwise lose what another wrote in between.
 *
 * @param name of what is read and written
 */
export function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const mine = (last.get(name) ?? Promise.resolve()).then(work);
  const ended = mine.catch(() => undefined);
  last.set(name, ended);
  void ended.then(() => last.get(name) === ended && last.delete(name));
  return mine;
}
