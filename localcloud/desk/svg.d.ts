/** An icon, as its markup. */
declare module '*.svg' {
  const markup: string
  export default markup
}
