a style
