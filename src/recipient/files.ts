import '../look/tokens.css'
import './page.css'
import './paper/paper.css'
import './print.css'
