const shapes = {
  check: 'M4.5 10.5l3.6 3.5 7.4-8',
  cross: 'M5.5 5.5l9 9m0-9l-9 9',
  plus: 'M10 4.5v11m-5.5-5.5h11',
  info: 'M10 9v5m0-8v.2M10 2.5a7.5 7.5 0 110 15 7.5 7.5 0 010-15z',
  warning: 'M10 8v4m0 2.6v.2M10 3l7.5 13.5h-15z',
  stop: 'M10 5.8v5m0 3v.2M6.9 2.5h6.2l4.4 4.4v6.2l-4.4 4.4H6.9l-4.4-4.4V6.9z',
  success: 'M6.6 10.2l2.4 2.4 4.6-5M10 2.5a7.5 7.5 0 110 15 7.5 7.5 0 010-15z',
  clock: 'M10 5.8V10l2.8 2M10 2.5a7.5 7.5 0 110 15 7.5 7.5 0 010-15z',
  search: 'M13 13l4 4M8.5 3a5.5 5.5 0 110 11 5.5 5.5 0 010-11z',
  bell: 'M4 14.5h12c-1.2-1.3-1.5-2.4-1.5-5.5a4.5 4.5 0 00-9 0c0 3.1-.3 4.2-1.5 5.5zM8.3 17h3.4',
  menu: 'M3.5 5.5h13m-13 4.5h13m-13 4.5h13',
  list: 'M8 5.5h8.5M8 10h8.5M8 14.5h8.5M3.2 5.4l.8.8 1.5-1.7M3.2 9.9l.8.8 1.5-1.7m-2.3 5.4l.8.8 1.5-1.7',
  document: 'M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15M7.5 10h5m-5 3.2h5',
  pen: 'M4 16l.8-3.4L13.6 3.8l2.6 2.6-8.8 8.8zM11.8 5.6l2.6 2.6',
  print: 'M6 7V2.8h8V7M6 14H3.2V7h13.6v7H14M6 11.5h8v5.7H6z',
  download: 'M10 3v9m0 0l-3.5-3.5M10 12l3.5-3.5M3.5 16.5h13',
  upload: 'M10 12.5v-9m0 0L6.5 7M10 3.5L13.5 7M3.5 16.5h13',
  help: 'M7.8 7.6c.1-1.3 1-2 2.2-2s2.2.8 2.2 1.9c0 1.6-2.2 1.6-2.2 3.5m0 3v.2M10 2.5a7.5 7.5 0 110 15 7.5 7.5 0 010-15z',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  up: 'M5.5 12.5L10 8l4.5 4.5',
  left: 'M12 5l-5 5 5 5',
  right: 'M8 5l5 5-5 5',
  external: 'M8 5H4v11h11v-4m-4-9h6v6m0-6l-8 8',
  person: 'M10 3a3.3 3.3 0 110 6.6A3.3 3.3 0 0110 3zM3.5 17c.5-3.3 2.9-5 6.5-5s6 1.7 6.5 5',
  people:
    'M7.5 4a2.8 2.8 0 110 5.6A2.8 2.8 0 017.5 4zM2 16.5c.4-2.9 2.4-4.4 5.5-4.4s5.1 1.5 5.5 4.4M13 4.3a2.6 2.6 0 010 5M14.5 12.4c2 .5 3.2 1.9 3.5 4.1',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 016 0V9',
  home: 'M3 9.5L10 3.5l7 6M5 8.5v8h10v-8M8.5 16.5v-5h3v5',
} as const

export type IconName = keyof typeof shapes

/** A drawing beside a word; it never stands alone, so it is hidden from screen readers. */
export const Icon = ({ name, size = 20 }: { name: IconName; size?: number }) => (
  <svg class="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d={shapes[name]} />
  </svg>
)
