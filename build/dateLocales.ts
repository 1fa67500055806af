/** The locales of date-fns that the product speaks, in place of all of them. */
export { enUS } from 'date-fns/locale/en-US'
export { zhCN } from 'date-fns/locale/zh-CN'
