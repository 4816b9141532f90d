export default definePageConfig({ navigationBarTitleText: '待遇台账' })
