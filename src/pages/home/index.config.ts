export default definePageConfig({ navigationBarTitleText: '常青365' })
