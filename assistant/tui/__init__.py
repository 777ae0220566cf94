"""The screens. Each shows what a workflow returns, and calls nothing but workflows."""
