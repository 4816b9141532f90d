export default definePageConfig({ navigationBarTitleText: '保护您的资料' })
