export default definePageConfig({ navigationBarTitleText: '善后' })
