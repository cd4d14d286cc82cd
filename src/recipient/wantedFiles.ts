import './answer/answer.css'
import './carried/carried.css'
