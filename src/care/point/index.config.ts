export default definePageConfig({ navigationBarTitleText: '支部服务点' })
