/**
 * The colours of the look, once: `theme.css` gives them to the style sheets under the same names (a test holds the two together), pictures and
 * drawings take them from here, since neither knows a CSS variable.
 */
export const colours = {
  red: '#A81117',
  redDeep: '#8C0E12',
  gold: '#F2B632',
  paper: '#FAF6F0',
  card: '#FFFFFF',
  ink: '#1F1A17',
  soft: '#574B44',
  line: '#E6DDD2',
  /** The edge of what can be filled in. */
  edge: '#8A7D73',
  /** What rests or is pressed for a moment. */
  rest: '#EEE7DD',
  good: '#165A2B',
  goodBg: '#EAF4EC',
  warn: '#7F3D00',
  warnBg: '#FDF1E3',
  danger: '#9E1911',
  dangerBg: '#FBECEB',
  info: '#164A98',
  infoBg: '#EAF0F9',
} as const
