import Taro from '@tarojs/taro'
import { templateOf, type NoticeKind, type TemplateName } from '../../core/shared/notices'
import { openid } from './who'

/** WeChat takes at most this many templates in one question. */
const AT_ONCE = 5

type TemplateIds = Readonly<Partial<Record<TemplateName, string>>>
let known: TemplateIds = {}

/** Says by which templates this environment sends; without one, nothing is asked. */
export const setTemplates = (templates: TemplateIds): void => void (known = templates)

/** The templates by which the person agreed to be told and of which the cloud has not heard yet. */
const agreed: TemplateName[] = []

/** What the person agreed to since the cloud last heard of it; goes along with the next call. Given back where that call was not answered. */
export const takeAgreed = (): TemplateName[] => agreed.splice(0, AT_ONCE)
export const giveAgreedBack = (templates: readonly TemplateName[]): void => void agreed.unshift(...templates)

/** Asks by WeChat's sheet; answers what was agreed to. */
const ask = async (tmplIds: string[]): Promise<string[]> => {
  if (process.env.TARO_ENV === 'h5') {
    await fetch('/consent', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': openid() },
      body: JSON.stringify({ templateIds: tmplIds, accepted: true }),
    })
    return tmplIds
  }
  // `entityIds` is another maker's; Taro's type asks for it and WeChat passes over it.
  const answers = Object.entries(await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] }))
  return answers.flatMap(([id, answer]) => (answer === 'accept' ? [id] : []))
}

/**
 * Asks whether the person wants to be told of these things by a service message. Must be the first thing in a tap:
 * WeChat shows its sheet only while the tap is fresh. A refusal is an answer like another, so nothing is thrown.
 */
export const askToTell = async (kinds: readonly NoticeKind[]): Promise<void> => {
  const templates = [...new Set(kinds.map(kind => templateOf[kind]))].filter(name => known[name] !== undefined).slice(0, AT_ONCE)
  if (templates.length === 0) return
  try {
    const accepted = await ask(templates.flatMap(name => known[name] ?? []))
    agreed.push(...templates.filter(name => accepted.includes(known[name] ?? '')))
  } catch (error) {
    console.error('The question about service messages was not answered', error)
  }
}
