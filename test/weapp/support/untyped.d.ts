declare module 'miniprogram-exparser' {
  export const Event: {
    create: (name: string, detail: unknown, options: { bubbles: boolean; capturePhase: boolean; composed: boolean }) => object
    dispatchEvent: (target: unknown, event: object) => void
  }
}

declare module 'miniprogram-simulate/src/utils' {
  const utils: {
    /** How a component's script is run; replaced by the host. */
    runJs: (path: string) => void
  }
  export default utils
}
