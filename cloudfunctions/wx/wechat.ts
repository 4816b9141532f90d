import * as z from 'zod'
import { templateOf } from '../../core/shared/notices'
import { templateData } from '../../core/shared/templates'
import type { WeChat } from '../kernel/ports'
import { cloud, isWeChatError } from './cloud'
import { environment } from './environment'

/** Built by the SDK on the fly: `openapi.<group>.<name>(data)`. Each answer is parsed for what is used of it. */
const openapi: Record<string, Record<string, (data: unknown) => Promise<unknown>> | undefined> = cloud.openapi
const Checked = z.object({ result: z.object({ suggest: z.string() }) })
/** The number as it is stored: of the mainland its digits, of any other country in E.164. */
const Phone = z
  .object({ phoneInfo: z.object({ purePhoneNumber: z.string(), countryCode: z.coerce.string().optional() }) })
  .transform(({ phoneInfo: { purePhoneNumber, countryCode = '86' } }) =>
    countryCode === '86' ? purePhoneNumber : `+${countryCode}${purePhoneNumber}`,
  )

/** The longest text that WeChat checks at once. */
const CHECKED_LETTERS = 2500
/** Scene of the check: 2 is a comment, meant for what people write to one another. */
const SCENE = 2
const REFUSED = 43101
/** 40029: the code is not valid; 40163: it was used. */
const BAD_CODES = [40029, 40163]
/** WeChat's smallest size in pixels; three centimetres on paper. */
const CODE_WIDTH = 280
const PageCode = z.object({ buffer: z.instanceof(Uint8Array) })
const NewCard = z.object({ activityId: z.string(), expirationTime: z.number() })
/** 47501: no such card; 47502: it cannot go back; 47504: it has ended. */
const CARD_REFUSED = [47501, 47502, 47504]

const call = async (group: string, name: string, data: unknown): Promise<unknown> => {
  const operation = openapi[group]?.[name]
  if (!operation) throw new Error(`openapi has no ${group}.${name}`)
  return operation(data)
}

export const wechat: WeChat = {
  textIsFit: async (openid, text) => {
    const letters = [...text]
    const pieces = Array.from({ length: Math.ceil(letters.length / CHECKED_LETTERS) }, (_, index) =>
      letters.slice(index * CHECKED_LETTERS, (index + 1) * CHECKED_LETTERS).join(''),
    )
    const answers = await Promise.all(pieces.map(content => call('security', 'msgSecCheck', { content, version: 2, scene: SCENE, openid })))
    return answers.every(answer => Checked.parse(answer).result.suggest === 'pass')
  },
  phoneNumber: async code => {
    try {
      return Phone.parse(await call('phonenumber', 'getPhoneNumber', { code }))
    } catch (error) {
      if (BAD_CODES.some(errCode => isWeChatError(error, errCode))) return null
      throw error
    }
  },
  send: async (openid, { kind, page, fields }) => {
    const template = environment().templates[templateOf[kind]]
    if (!template) return 'no-template'
    try {
      await call('subscribeMessage', 'send', {
        touser: openid,
        templateId: template.id,
        page,
        data: templateData(fields, template.fields),
        miniprogramState: 'formal',
        lang: 'zh_CN',
      })
      return 'sent'
    } catch (error) {
      if (isWeChatError(error, REFUSED)) return 'refused'
      throw error
    }
  },
  pageCode: async (page, scene) => PageCode.parse(await call('wxacode', 'getUnlimited', { page, scene, width: CODE_WIDTH })).buffer,
  newCard: async openid => {
    const { activityId, expirationTime } = NewCard.parse(await call('updatableMessage', 'createActivityId', { openid }))
    return { activityId, expiresAt: expirationTime * 1000 }
  },
  showOnCard: async (activityId, { state, memberCount, roomLimit, page }) => {
    const show = async (targetState: 0 | 1 | 2) => {
      const parameters = [
        { name: 'member_count', value: String(memberCount) },
        { name: 'room_limit', value: String(roomLimit) },
        ...(targetState === 0
          ? []
          : [
              { name: 'path', value: page },
              { name: 'version_type', value: 'release' },
            ]),
      ]
      try {
        await call('updatableMessage', 'setUpdatableMsg', { activityId, targetState, templateInfo: { parameterList: parameters } })
        return 'shown'
      } catch (error) {
        if (CARD_REFUSED.some(errCode => isWeChatError(error, errCode))) return 'refused'
        throw error
      }
    }
    // A card can end only after it was full.
    if (state === 2) await show(1)
    return show(state)
  },
}
