("<" @open ">" @close)
("{" @open "}" @close)
