import Taro from '@tarojs/taro'

/** WeChat's own privacy sheet, shown once; false when the person does not agree. Phones of before 2.32.3 have no such sheet. */
export const agreeToPrivacy = async (): Promise<boolean> => {
  if (process.env.TARO_ENV === 'h5' || !Taro.canIUse('requirePrivacyAuthorize')) return true
  return new Promise(answered => {
    Taro.requirePrivacyAuthorize({ success: () => answered(true), fail: () => answered(false) })
  })
}
