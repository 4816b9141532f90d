/** Taro's command looks for its settings only here; they are kept in `config/taro`. */
export { default } from './taro/index'
