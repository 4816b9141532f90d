export default definePageConfig({ navigationBarTitleText: '签到机', enableShareAppMessage: true })
