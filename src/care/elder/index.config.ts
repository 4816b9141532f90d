export default definePageConfig({ navigationBarTitleText: '谁来联系' })
