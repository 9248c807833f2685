return await Helm.Host.HelmHost.RunAsync(args);
