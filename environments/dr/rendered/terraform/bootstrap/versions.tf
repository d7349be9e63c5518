# Rendered by "npm run render" from environments/dr/config.ts: change that file instead.
terraform {
  required_version = ">= 1.10.0"
}
