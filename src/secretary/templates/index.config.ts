export default definePageConfig({ navigationBarTitleText: '每月模板' })
