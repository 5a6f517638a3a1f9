/** The Element Plus components the console uses, each with its style; take them from here, never from the kit itself. */
import 'element-plus/es/components/base/style/css'
import 'element-plus/es/components/alert/style/css'
import 'element-plus/es/components/button/style/css'
import 'element-plus/es/components/radio-button/style/css'
import 'element-plus/es/components/radio-group/style/css'

export { ElAlert, ElButton, ElRadioButton, ElRadioGroup, localeContextKey } from 'element-plus'
export { default as elementEn } from 'element-plus/es/locale/lang/en'
export { default as elementZhCN } from 'element-plus/es/locale/lang/zh-cn'
