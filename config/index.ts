/** Taro's command looks for its settings here and nowhere else; they are kept in `config/taro`. */
export { default } from './taro/index'
