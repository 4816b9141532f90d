export default definePageConfig({ navigationBarTitleText: '我的待遇' })
