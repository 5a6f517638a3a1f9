/** The Vant components the phone uses, each with its style; take them from here, never from 'vant' itself. */
import 'vant/es/button/style'

export { Button as VanButton } from 'vant'
