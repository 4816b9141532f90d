import Taro from '@tarojs/taro'

/** What the plugin tells while it listens and at the end; `result` is everything since it began. */
interface Heard {
  result: string
}

/** The plugin's one ear for the whole mini-program; it is told what to do with what it hears by setting these. */
export interface Ear {
  onStart: () => void
  onRecognize: (heard: Heard) => void
  onStop: (heard: Heard) => void
  onError: (fault: { retcode: number; msg: string }) => void
  start: (how: { duration: number; lang: 'zh_CN' }) => void
  stop: () => void
}

/** What is used of WeChat's own plugin for speech (同声传译). */
export interface SpeechPlugin {
  textToSpeech: (asked: {
    lang: 'zh_CN'
    tts: true
    content: string
    success: (made: { filename: string }) => void
    fail: () => void
  }) => void
  getRecordRecognitionManager: () => Ear
}
const isPlugin = (value: unknown): value is SpeechPlugin =>
  typeof value === 'object' && value !== null && 'textToSpeech' in value && 'getRecordRecognitionManager' in value

let found: SpeechPlugin | null | undefined

/** The plugin, where the mini-program was uploaded with it (docs/deploy.md); WeChat throws where it was not. */
export const speechPlugin = (): SpeechPlugin | undefined => {
  if (found === undefined) {
    try {
      const plugin: unknown = Taro.requirePlugin('WechatSI')
      found = isPlugin(plugin) ? plugin : null
    } catch {
      found = null
    }
  }
  return found ?? undefined
}
