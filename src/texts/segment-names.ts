/** Where customers lie that are in no segment. */
const others: Readonly<Record<string, string>> = {'pre-sales': 'Pre-sales', unsorted: 'No segment'};

const abbreviations = new Set(['amer', 'apac', 'emea', 'latam', 'smb']);

/** A segment as people call it: “EMEA”, “Public Sector”. @param path its path below the root: `public-sector` */
export function segmentName(path: string): string {
  const other = others[path];
  if (other !== undefined) return other;
  return path
    .split('-')
    .map(word => (abbreviations.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}
