/** What a function of WeChat takes from the person, in the words of the 用户隐私保护指引 of mp.weixin.qq.com, and what we use it for. */
export interface Declared {
  /** The kind of information as it is called there. */
  takes: string
  purpose: string
}

/**
 * What has to stand in the privacy declaration: a release is refused, and the function fails on phones, where one is missing. By the name that WeChat gives
 * the function, or the component's open-type.
 */
export const declarations: Readonly<Record<string, Declared>> = {
  getLocation: { takes: '位置信息', purpose: '在活动现场签到、请离得近的人来帮忙，只在按下按钮时用一次' },
  chooseLocation: { takes: '选择的位置信息', purpose: '在地图上标出活动、服务岗位和自己家的位置' },
  getPhoneNumber: { takes: '手机号', purpose: '核对是不是花名册上的本人' },
  chooseAvatar: { takes: '用户信息（微信昵称、头像）', purpose: '在服务卡上放一张照片，可以不放' },
  chooseMedia: { takes: '选中的照片或视频信息', purpose: '求助、走访和活动记录里附照片' },
  chooseMessageFile: { takes: '选中的文件', purpose: '支部书记导入花名册的 Excel 文件' },
  getRecorderManager: { takes: '麦克风', purpose: '用说话代替打字来求助、写走访情况' },
  saveImageToPhotosAlbum: { takes: '相册（仅写入）权限', purpose: '把服务证书、签到码存到手机相册' },
  addPhoneCalendar: { takes: '日历（仅写入）权限', purpose: '把活动时间记到手机日历' },
  setClipboardData: { takes: '剪切板', purpose: '复制邀请码、电话号码' },
}

/** Functions of WeChat that take nothing of the person; one that stands in neither list is new, and has to be thought of. */
export const impersonal: readonly string[] = [
  ...['RecorderManager', 'Canvas', 'canIUse', 'canvasToTempFilePath', 'createInnerAudioContext', 'createOffscreenCanvas'],
  ...['cloud', 'getBackgroundAudioManager', 'downloadFile', 'openDocument', 'openLocation', 'previewImage', 'makePhoneCall', 'scanCode'],
  ...['getAppBaseInfo', 'getCurrentInstance', 'getCurrentPages', 'getGroupEnterInfo', 'getNetworkType', 'getUserCryptoManager'],
  ...['getStorageInfoSync', 'getStorageSync', 'setStorageSync', 'removeStorageSync', 'onNetworkStatusChange', 'setKeepScreenOn'],
  ...['navigateBack', 'navigateTo', 'pageScrollTo', 'redirectTo', 'switchTab', 'requestSubscribeMessage', 'requirePrivacyAuthorize'],
  ...['updateShareMenu', 'vibrateShort', 'createWebAudioContext', 'getWindowInfo', 'onWindowResize', 'offWindowResize'],
  // The plugin for speech is given the words of a page, and nothing of the person.
  'requirePlugin',
]
