/// <reference types="@tarojs/taro" />

declare module '*.css' {}

declare module 'lucide-static/dist/esm/icons/*.mjs' {
  const svg: string
  export default svg
}

declare namespace NodeJS {
  interface ProcessEnv {
    /** Which build this is; replaced by a constant at compile time. */
    readonly TARO_ENV: 'h5' | 'weapp'
    /** Version of the plugin for speech; empty where the mini-program has none. */
    readonly SPEECH_PLUGIN: string
  }
}
