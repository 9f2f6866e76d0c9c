import {shapes} from '../atoms/Icon.tsx';

/** An outline for each item, by its check's id, in a square of 16 and filled by the even-odd rule: where there is no room for its word. */
const outlines: Readonly<Record<string, string>> = {
  'pre-sales': 'M2 2h12v9H8l-4 3v-3H2V2Zm1.5 1.5v6h2v1.7l2.1-1.7h4.9v-6h-9ZM5 5h6v1.2H5V5Zm0 2h4v1.2H5V7Z',
  'issues-reviewed': shapes.list,
  location: 'M8 1a5 5 0 0 1 5 5c0 3.500-5 9-5 9S3 9.500 3 6a5 5 0 0 1 5-5Zm0 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  visibility:
    'M8 1a3.500 3.500 0 0 1 3.500 3.500V6H13v9H3V6h1.500V4.500A3.500 3.500 0 0 1 8 1Zm0 1.500a2 2 0 0 0-2 2V6h4V4.500a2 2 0 0 0-2-2ZM4.500 7.500v6h7v-6h-7Z',
  'group-visibility':
    'M1.500 2.500h5L8 4h6.500v9.500h-13v-11ZM3 4v8h10V5.500H7.400L5.900 4H3Zm5 2.200a1.400 1.400 0 0 1 .700 2.600V11H7.300V8.800A1.400 1.400 0 0 1 8 6.200Z',
  name: 'M3 2h10v3h-1.500V3.500H8.800v9H10V14H6v-1.500h1.200v-9H4.500V5H3V2Z',
  avatar:
    'M2 2h12v12H2V2Zm1.500 1.500v9h9v-9h-9Zm1 8L7 7.500l2 2.500 1-1.200 1.800 2.700H4.500Zm5.700-6.700a1.200 1.200 0 1 1 0 2.400 1.200 1.200 0 0 1 0-2.400Z',
  readme: 'M3 1h7l3 3v11H3V1Zm1.500 1.500v11h7V5H9V2.500H4.500ZM6 7h4v1.200H6V7Zm0 2.500h4v1.200H6V9.500Z',
  'issue-templates': 'M5 1h9v10h-3v4H2V5h3V1Zm1.500 1.500V5H11v4.500h1.500v-7h-6Zm-3 4v7h6v-7h-6Z',
  members: 'M8 1.500a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM8 9c3.500 0 6 2 6 5.500H2C2 11 4.500 9 8 9Z',
  maintainers: 'm8 1 2.100 4.600 5 .6-3.700 3.400 1 4.900L8 12l-4.400 2.500 1-4.900L.9 6.200l5-.6L8 1Z',
  'team-access':
    'M5.500 3a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5ZM11 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM5.500 9c2.700 0 4.500 1.500 4.500 4.500H1C1 10.500 2.800 9 5.500 9ZM11 9c2.300 0 4 1.300 4 4h-3.600c0-1.700-.6-3-1.600-3.900L11 9Z',
  notifications:
    'M8 1a4.500 4.500 0 0 1 4.500 4.500V9l1.500 2.500v1H2v-1L3.500 9V5.500A4.500 4.500 0 0 1 8 1ZM6.300 13.500h3.400a1.700 1.700 0 0 1-3.400 0Z',
  labels:
    'M1.500 1.500h6.700l6.300 6.300-6.700 6.700-6.300-6.300V1.500ZM5 3.700a1.300 1.300 0 1 0 0 2.600 1.300 1.300 0 0 0 0-2.600Z',
  'handover-review':
    'M8 3c3.500 0 6 2.300 7.200 5-1.200 2.700-3.700 5-7.200 5S2 10.700.8 8C2 5.300 4.500 3 8 3Zm0 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6Zm0 1.500a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3Z',
  introduced: 'M1.500 2 15 8 1.500 14l1-5 6-1-6-1-1-5Z',
};

/** What stands for an item: its word stands beside it, or in its tooltip. */
export function CheckIcon({id}: {id: string}) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path fill="currentColor" fill-rule="evenodd" d={outlines[id] ?? shapes.todo} />
    </svg>
  );
}
