import './answer.css'
