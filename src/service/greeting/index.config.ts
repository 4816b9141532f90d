export default definePageConfig({ navigationBarTitleText: '贺卡' })
