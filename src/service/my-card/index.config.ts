export default definePageConfig({ navigationBarTitleText: '我的公开卡片', enableShareAppMessage: true })
