import '../../look/icon.css'

// Drawn for this house on a 24-step grid: round ends, one weight, nothing filled. The names are
// what a screen means, so that a drawing can change without touching a screen.
const strokes = {
  home: 'M4 11.2 12 4l8 7.2M6 9.6V19a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V9.6M10 20v-5a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v5',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c.3-3.6 3-5.5 6.5-5.5s6.2 1.9 6.5 5.5M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.9c2 .7 3.3 2.4 3.5 5.1',
  calendar:
    'M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1M4 10.5h16M8.5 3.5v4M15.5 3.5v4',
  book: 'M12 7c-1.5-1.6-3.8-2.3-7.2-2.3a.8.8 0 0 0-.8.8v11.6c0 .5.4.8.8.8 3.4 0 5.7.7 7.2 2.1 1.5-1.4 3.8-2.1 7.2-2.1.4 0 .8-.3.8-.8V5.5a.8.8 0 0 0-.8-.8C15.8 4.7 13.5 5.4 12 7m0 0v13',
  share:
    'M12 15V4M8 7.5 12 3.5l4 4M7 11H6a1 1 0 0 0-1 1v7.5a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V12a1 1 0 0 0-1-1h-1',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.3 15.3 20 20',
  plus: 'M12 5v14M5 12h14',
  back: 'M20 12H5M11 5.5 4.5 12l6.5 6.5',
  check: 'M5 12.8 9.8 17.5 19 7.5',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 7.5V12l3 2.5',
  phone:
    'M8.2 4.5 6 4.5A1.5 1.5 0 0 0 4.5 6c.3 7.5 6 13.2 13.5 13.5a1.5 1.5 0 0 0 1.5-1.5v-2.2a1 1 0 0 0-.7-1l-3-.9a1 1 0 0 0-1 .2l-1.4 1.4a11.5 11.5 0 0 1-4.9-4.9l1.4-1.4a1 1 0 0 0 .2-1l-.9-3a1 1 0 0 0-1-.7',
  mail: 'M5 5.5h14a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1M4.3 7.2 12 13l7.7-5.8',
  place:
    'M12 20.5c4.3-4 6.5-7.2 6.5-10a6.5 6.5 0 1 0-13 0c0 2.8 2.2 6 6.5 10M12 13a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  edit: 'M4.5 19.5l.8-3.9L15.8 5.1a1.5 1.5 0 0 1 2.1 0l1 1a1.5 1.5 0 0 1 0 2.1L8.4 18.7zM13.8 7.1l3.1 3.1',
  bin: 'M4.5 7h15M9.5 7V5a1 1 0 0 1 1-1h3a1 1 0 0 1 1 1v2M6.5 7l.8 12a1 1 0 0 0 1 1h7.4a1 1 0 0 0 1-1l.8-12M10.3 11v5M13.7 11v5',
  more: 'M5.5 12.6a.6.6 0 1 0 0-1.2.6.6 0 0 0 0 1.2M12 12.6a.6.6 0 1 0 0-1.2.6.6 0 0 0 0 1.2M18.5 12.6a.6.6 0 1 0 0-1.2.6.6 0 0 0 0 1.2',
  lock: 'M6.5 11h11a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1M8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2',
  leave: 'M13 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h7M10 12h10.5M17 8l4 4-4 4',
  link: 'M10.5 13.5a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M13.5 10.5a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  copy: 'M10 9h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1M6 15H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v1',
  print:
    'M7.5 9V4.5h9V9M7.5 16.5H5a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1h-2.5M7.5 14h9v6h-9z',
  download: 'M12 4v11M8 11.5l4 4 4-4M4.5 17v2a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1v-2',
  upload: 'M12 15V4M8 7.5l4-4 4 4M4.5 17v2a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1v-2',
  globe:
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M3.8 12h16.4M12 3.5c2.3 2.5 3.5 5.3 3.5 8.5s-1.2 6-3.5 8.5c-2.3-2.5-3.5-5.3-3.5-8.5s1.2-6 3.5-8.5',
  erase: 'M9 6h11a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9l-6-6zm3.5 3.5 5 5m0-5-5 5',
  star: 'M12 4.2l2.4 5 5.4.7-4 3.8 1 5.4-4.8-2.7-4.8 2.7 1-5.4-4-3.8 5.4-.7z',
  web: 'M12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4M5 6.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3M19 6.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3M5 20.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3M19 20.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3M6 6l4.5 4.5M18 6l-4.5 4.5M6 18l4.5-4.5M18 18l-4.5-4.5',
  plot: 'M4.5 4.5v14a1 1 0 0 0 1 1h14M8 15.5l3.5-4.5 3 2.5L19 7',
  chevron: 'M9.5 5.5 16 12l-6.5 6.5',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 11v5.5M12 7.8h.01',
  eye: 'M2.5 12C4.8 7.8 8 5.7 12 5.7s7.2 2.1 9.5 6.3c-2.3 4.2-5.5 6.3-9.5 6.3S4.8 16.2 2.5 12M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
  settings:
    'M4 7.5h9M17 7.5h3M4 16.5h3M11 16.5h9M15 9.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4M9 18.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
} as const

export type IconName = keyof typeof strokes

const isName = (name: string): name is IconName => Object.hasOwn(strokes, name)

/** Every drawing there is, for looking at them all. */
export const iconNames: readonly IconName[] = Object.keys(strokes).filter(isName)

const turning: readonly IconName[] = ['back', 'chevron', 'leave']

export type IconProps = { readonly name: IconName }

/** A picture beside words, never instead of them: hidden from screen readers. */
export const Icon = ({ name }: IconProps) => (
  <svg
    class={turning.includes(name) ? 'icon turns' : 'icon'}
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >
    <path d={strokes[name]} />
  </svg>
)
