/** What other contexts may use of this one. */
export { figuresHandedOn } from './handed-on'
