const mark = 'csm-checklist';

/** What an address asks the panel to show: an item, or only itself; undefined where it asks for nothing. @param hash with its `#` */
export function linkedItem(hash: string): {readonly item?: string} | undefined {
  const found = new RegExp(`^#${mark}(?:=([a-z-]+))?$`).exec(hash);
  if (found === null) return undefined;
  return found[1] === undefined ? {} : {item: found[1]};
}

/** An address that opens the checklist, or one of its items. @param address of the project's or group's page */
export function linkTo(address: string, item?: string): string {
  return `${address}#${mark}${item === undefined ? '' : `=${item}`}`;
}
