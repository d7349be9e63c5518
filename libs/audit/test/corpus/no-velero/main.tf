resource "helm_release" "velero" {
  name  = "velero"
  chart = "velero"
}
