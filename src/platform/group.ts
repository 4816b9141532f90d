import Taro from '@tarojs/taro'
import { openid } from './who'

const isGroup = (value: unknown): value is { cloudID: string } =>
  typeof value === 'object' && value !== null && 'cloudID' in value && typeof value.cloudID === 'string'

/** Which chat of the desk the page was opened in; the desk puts it into the page's address. */
const chatOfDesk = (): string => new URLSearchParams(window.location.hash.split('?')[1] ?? '').get('chat') ?? ''

const onDesk = async (): Promise<unknown> => {
  const openGId = chatOfDesk()
  if (openGId === '') return undefined
  const response = await fetch('/open-data', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid() },
    body: JSON.stringify({ data: { openGId } }),
  })
  return response.json()
}

/** WeChat's id for the identity of the group chat in which a card was opened; undefined where it was none, or the phone does not say. */
export const groupHere = async (): Promise<string | undefined> => {
  try {
    if (process.env.TARO_ENV === 'weapp' && !Taro.canIUse('getGroupEnterInfo')) return undefined
    const said: unknown = await (process.env.TARO_ENV === 'h5' ? onDesk() : Taro.getGroupEnterInfo({}))
    return isGroup(said) ? said.cloudID : undefined
  } catch {
    // WeChat answers with an error wherever the page was not opened from a group.
    return undefined
  }
}
