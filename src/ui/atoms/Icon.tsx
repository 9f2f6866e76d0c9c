import type {Verdict} from '../../customer/checks/check.ts';

/** Outlines in a square of 16, to be filled by the even-odd rule. */
export const shapes: Readonly<
  Record<Verdict | 'danger' | 'waiting' | 'reading' | 'close' | 'refresh' | 'list' | 'more' | 'right' | 'down', string>
> = {
  pass: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm3.3 4.3L7 9.6 4.9 7.5 3.8 8.6 7 11.8l5.4-5.4-1.1-1.1Z',
  fail: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm2.5 3.4L8 6.9 5.5 4.4 4.4 5.5 6.9 8l-2.5 2.5 1.1 1.1L8 9.1l2.5 2.5 1.1-1.1L9.1 8l2.5-2.5-1.1-1.1Z',
  todo: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6Z',
  unknown:
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-.8 9.6v1.6h1.6v-1.6H7.200Zm.8-6.800c-1.500 0-2.500.9-2.600 2.300H7c0-.6.4-.9 1-.9s1 .3 1 .8c0 .4-.2.6-.8 1-.8.500-1 1-1 2h1.500c0-.6.2-.800.8-1.200.7-.500 1.200-1 1.200-1.900 0-1.300-1-2.100-2.700-2.100Z',
  waived: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM4.500 7.200v1.600h7V7.200h-7Z',
  reading: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.600a5.400 5.400 0 1 0 0 10.800V2.600Z',
  danger:
    'M4 1h8a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H4a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3Zm3.2 2.8v5h1.6v-5H7.2Zm0 6.6V12h1.6v-1.6H7.2Z',
  waiting:
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6ZM7.2 4.5h1.6v3.2l2.2 2.2-1.1 1.1-2.7-2.6V4.5Z',
  more: 'M8 2a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Zm0 4.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3ZM8 11a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Z',
  right: 'm6 3 5 5-5 5-1.1-1.1L8.8 8 4.9 4.1 6 3Z',
  down: 'm3 6 5 5 5-5-1.1-1.1L8 8.8 4.1 4.9 3 6Z',
  close:
    'm3.500 2.400 4.500 4.500 4.500-4.500 1.100 1.100L9.100 8l4.500 4.500-1.100 1.100L8 9.100l-4.500 4.500-1.100-1.100L6.900 8 2.400 3.500l1.100-1.100Z',
  refresh:
    'M8 2.500c1.700 0 3.200.8 4.200 2V2.500h1.500v4.700H9V5.700h2.200A4 4 0 1 0 11.900 9h1.500A5.500 5.500 0 1 1 8 2.500Z',
  list: 'M2 3.500 3.100 4.600 5 2.700l.9.9-2.800 2.800L1.100 4.400 2 3.500ZM7.500 4H15v1.500H7.500V4Zm-5.500 6 1.100 1.100L5 9.200l.9.900-2.800 2.800-2-2L2 10Zm5.500.500H15V12H7.500v-1.500Z',
};

/** A picture without words: what it says stands beside it as text. */
export function Icon({name}: {name: keyof typeof shapes}) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path fill="currentColor" fill-rule="evenodd" d={shapes[name]} />
    </svg>
  );
}
