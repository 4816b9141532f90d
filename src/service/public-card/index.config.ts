export default definePageConfig({ navigationBarTitleText: '党员卡片', enableShareAppMessage: true })
