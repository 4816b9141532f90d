import Taro from '@tarojs/taro'
import { templateOf, type NoticeKind, type TemplateName } from '../../core/shared/notices'
import { openid } from './who'

/** WeChat takes at most this many templates in one question. */
const AT_ONCE = 5

type TemplateIds = Readonly<Partial<Record<TemplateName, string>>>
let known: TemplateIds = {}

/** Says by which templates this environment sends; without one, nothing is asked. */
export const setTemplates = (templates: TemplateIds): void => void (known = templates)

/**
 * Asks whether the person wants to be told of these things by a service message. Must be the first thing in a tap:
 * WeChat shows its sheet only while the tap is fresh. A refusal is an answer like another, so nothing is thrown.
 */
export const askToTell = async (kinds: readonly NoticeKind[]): Promise<void> => {
  const tmplIds = [...new Set(kinds.flatMap(kind => known[templateOf[kind]] ?? []))].slice(0, AT_ONCE)
  if (tmplIds.length === 0) return
  try {
    if (process.env.TARO_ENV === 'h5') {
      await fetch('/consent', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-wx-openid': openid() },
        body: JSON.stringify({ templateIds: tmplIds, accepted: true }),
      })
    } else {
      // `entityIds` is another maker's; Taro's type asks for it and WeChat passes over it.
      await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
    }
  } catch (error) {
    console.error('The question about service messages was not answered', error)
  }
}
