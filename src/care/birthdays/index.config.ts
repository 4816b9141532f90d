export default definePageConfig({ navigationBarTitleText: '生日和政治生日' })
