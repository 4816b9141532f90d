declare module 'miniprogram-simulate/src/utils' {
  const utils: {
    /** How a component's script is run; replaced by the host. */
    runJs: (path: string) => void
  }
  export default utils
}
