// What `@tarojs/taro` is on a phone. Its own file asks for the whole of the runtime where it needs its hooks, which keeps every part of it in.
const hooks = require('@tarojs/runtime').hooks
const taro = require('@tarojs/api').default

if (hooks.isExist('initNativeApi')) hooks.call('initNativeApi', taro)

module.exports = taro
module.exports.default = taro
